package org.diestra.platform.sessions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For somebody alone who proved within the last ten minutes who they are; anybody else is asked to,
 * and comes back. The mark goes on the page with the form and on what the form sends: {@code GET}
 * and {@code POST}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Proven {
  /** The page to come back to where a form was sent too late; it must be filled in again. */
  String page();
}
