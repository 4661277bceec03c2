/**
 * The programs of a person that come in by themselves: a phone's calendar, a computer's file
 * manager. Each has a password of its own, made by the house and shown once, that opens only the
 * parts it was made for and is ended alone; the person's own password never opens them.
 */
@ApplicationModule(
    id = "programs",
    allowedDependencies = {"data", "page", "accounts", "demo", "sessions", "signin"})
@NullMarked
package org.diestra.platform.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
