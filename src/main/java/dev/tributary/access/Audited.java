package dev.tributary.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method that answers a request: the audit trail keeps who asked, when, for which path and with which status. Path variables are
 * kept as they are, so they hold ids and no personal data; parameters and bodies are not kept.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    Act value();
}
