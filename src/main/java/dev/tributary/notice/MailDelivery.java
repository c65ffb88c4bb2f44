package dev.tributary.notice;

import dev.tributary.definition.Notify;
import dev.tributary.extract.Placeholders;
import dev.tributary.extract.SourceFailed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends a notice as a plain mail, by the server that {@code spring.mail} names. */
@Component
class MailDelivery implements Delivery {

    private final ObjectProvider<JavaMailSender> server;
    private final Placeholders placeholders;

    MailDelivery(ObjectProvider<JavaMailSender> server, Placeholders placeholders) {
        this.server = server;
        this.placeholders = placeholders;
    }

    @Override
    public boolean leadsTo(Target target) {
        return target == Target.MAIL;
    }

    @Override
    public void send(Notice notice, Notify notify) {
        Notify.Mail mail = notify.mail();
        if (mail == null) {
            throw new Undelivered("the job names nobody any more who gets a mail");
        }
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null) {
            throw new Undelivered("no mail server is named; set SPRING_MAIL_HOST");
        }
        try {
            sender.send(written(sender.createMimeMessage(), notice, mail));
        } catch (SourceFailed unset) {
            throw new Undelivered(String.valueOf(unset.getMessage()));
        } catch (MailAuthenticationException refused) {
            throw new Undelivered("the mail server refuses SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD");
        } catch (MailException | MessagingException failure) {
            throw new Undelivered("the mail server did not take it (" + kind(failure) + ")");
        }
    }

    private MimeMessage written(MimeMessage message, Notice notice, Notify.Mail mail) throws MessagingException {
        List<String> to = mail.to().stream().map(placeholders::fill).toList();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setTo(to.toArray(String[]::new));
        helper.setFrom(mail.from() == null ? to.get(0) : placeholders.fill(mail.from()));
        helper.setSubject(notice.title());
        helper.setText(notice.words());
        message.setHeader("Message-ID", notice.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** What mail servers say may quote addresses: the kind of failure must do. */
    private static String kind(Throwable failure) {
        Throwable root = failure;
        for (Throwable next = next(root); next != null; next = next(root)) {
            root = next;
        }
        return root.getClass().getSimpleName();
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure.getCause() != null) {
            return failure.getCause();
        }
        if (failure instanceof MailSendException many && many.getMessageExceptions().length > 0) {
            return many.getMessageExceptions()[0];
        }
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
