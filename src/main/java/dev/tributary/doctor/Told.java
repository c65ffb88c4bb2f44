package dev.tributary.doctor;

import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Notify;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether those whom a job means to tell can be told. */
final class Told implements Look {

    private static final String MAIL_HOST = "spring.mail.host";

    private final Defined defined;
    private final Environment environment;

    Told(Defined defined, Environment environment) {
        this.defined = defined;
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        return defined.jobs().stream().map(this::told).toList();
    }

    private Finding told(JobDefinition job) {
        Notify notify = job.told();
        if (notify.mail() != null && environment.getProperty(MAIL_HOST, "").isBlank()) {
            return Finding.fail(
                    job.job() + " names people who get a mail, but no server sends it",
                    "Set SPRING_MAIL_HOST, and SPRING_MAIL_USERNAME and _PASSWORD where it wants them.");
        }
        List<String> ways = ways(notify);
        return ways.isEmpty()
                ? Finding.warn(
                        job.job() + " tells nobody when a night fails",
                        "Name somebody under notify: in jobs/" + job.job() + ".yaml; README, \"Be told\".")
                : Finding.good(job.job() + " tells by " + String.join(", ", ways));
    }

    private static List<String> ways(Notify notify) {
        List<String> ways = new ArrayList<>();
        if (notify.mail() != null) {
            ways.add("mail");
        }
        if (notify.webhook() != null) {
            ways.add("webhook");
        }
        if (notify.heartbeat() != null) {
            ways.add("heartbeat");
        }
        return ways;
    }
}
