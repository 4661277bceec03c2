/**
 * How to describe work to somebody who has never done it for you: the questions that each area
 * asks, and a reader of instructions that shows what they leave open. Plain rules that explain
 * themselves; it keeps no data.
 */
@ApplicationModule(
    id = "briefs",
    allowedDependencies = {"page"})
@NullMarked
package org.diestra.hiring.briefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
