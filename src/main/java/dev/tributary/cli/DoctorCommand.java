package dev.tributary.cli;

import dev.tributary.doctor.Diagnosis;
import dev.tributary.doctor.Doctor;
import dev.tributary.doctor.Patient;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Looks at the machine, the database, the definitions and the secrets, and says what is wrong and how to mend it.",
            "Works where nothing else does: the application is not started, and nothing is changed. Ends with 1 where",
            "something failed; warnings are no failures."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--online",
            description =
                    "Ask each source of the jobs too, by one cheap request, and look how long its certificate holds.")
    private boolean online;

    @Option(
            names = "--least-free",
            paramLabel = "SIZE",
            defaultValue = "1GB",
            converter = SizeConverter.class,
            description = "Less free space than this is a failure (default: ${DEFAULT-VALUE}).")
    private DataSize least;

    @Option(
            names = "--wanted-free",
            paramLabel = "SIZE",
            defaultValue = "5GB",
            converter = SizeConverter.class,
            description = "Less free space than this is a warning (default: ${DEFAULT-VALUE}).")
    private DataSize wanted;

    @SuppressWarnings("NullAway.Init")
    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Patient patient = new Patient(session.home(), session.settings(), Clock.systemUTC(), least, wanted, online);
        if (session.isJson()) {
            Diagnosis diagnosis = Doctor.examine(patient, line -> {});
            Answer.json(spec, diagnosis);
            return exitCode(diagnosis);
        }
        DiagnosisText text = new DiagnosisText(it -> Answer.print(spec, it));
        Diagnosis diagnosis = Doctor.examine(patient, text::line);
        text.end(diagnosis);
        return exitCode(diagnosis);
    }

    private static int exitCode(Diagnosis diagnosis) {
        return diagnosis.isWell() ? ExitCode.COMPLETED : ExitCode.FAILED;
    }
}
