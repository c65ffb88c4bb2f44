package dev.tributary.cli;

import dev.tributary.casework.LikelihoodRange;
import dev.tributary.casework.QueueFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a command that is about some of the open cases. */
final class SoughtCases {

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "Only those of this channel.")
    private @Nullable String channel;

    @Option(names = "--reason", paramLabel = "CODE", description = "Only those with this code of a reason.")
    private @Nullable String reason;

    @Option(
            names = "--likelihood",
            paramLabel = "RANGE",
            converter = Range.class,
            description = "Only those whose likeliest contact is so likely, in percent, such as 70-89.")
    private @Nullable LikelihoodRange likelihood;

    QueueFilter filter() {
        return new QueueFilter(channel, reason, null, likelihood);
    }

    static final class Range implements ITypeConverter<LikelihoodRange> {

        @Override
        public LikelihoodRange convert(String text) {
            try {
                return LikelihoodRange.of(text);
            } catch (IllegalArgumentException noRange) {
                throw new TypeConversionException(noRange.getMessage());
            }
        }
    }
}
