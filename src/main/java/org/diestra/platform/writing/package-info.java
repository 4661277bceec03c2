/**
 * What people write and bring along: text from Word or a web page becomes Markdown, two texts are
 * compared word by word, and an editor serves people who don't know Markdown. It keeps no data;
 * whose text it is, and where its files are, is known by the module that shows it.
 */
@ApplicationModule(
    id = "writing",
    allowedDependencies = {"page"})
@NullMarked
package org.diestra.platform.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
