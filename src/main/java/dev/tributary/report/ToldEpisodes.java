package dev.tributary.report;

import dev.tributary.interaction.NaturalKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what some episodes tell: the waits in them, and the first word on each channel. Not thread-safe. */
final class ToldEpisodes implements Waits.Listener {

    private final Set<KeptWait> waits = new LinkedHashSet<>();
    private final Set<FirstWord> words = new HashSet<>();
    private final Set<String> channels = new HashSet<>();
    private byte[] episode = {};

    @Override
    public void said(Waits.Message message, Waits.Message begin) {
        if (!Arrays.equals(episode, message.episode())) {
            episode = message.episode();
            channels.clear();
        }
        if (channels.add(message.channel())) {
            words.add(new FirstWord(
                    NaturalKey.of(episode), message.channel(), message.interaction(), begin.interaction()));
        }
    }

    @Override
    public void waited(Wait wait) {
        waits.add(KeptWait.of(wait));
    }

    Set<KeptWait> waits() {
        return waits;
    }

    Set<FirstWord> words() {
        return words;
    }
}
