/**
 * What every screen stands on: the layout, form fields and other components, the tokens of the
 * look, messages in both languages, hashed assets, security headers and error pages. It keeps no
 * data; who visits is told by {@link org.diestra.platform.page.Chrome}, and what else belongs into
 * the frame of a page ({@link org.diestra.platform.page.NavEntry} and its like) is contributed by
 * the modules that own it.
 */
@ApplicationModule(
    id = "page",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
