/**
 * What waits for me: one list of decisions for whoever is signed in, oldest promise first. Modules
 * contribute what waits in them; this one only sorts and shows.
 */
@ApplicationModule(
    id = "home",
    allowedDependencies = {"page", "accounts"})
@NullMarked
package org.diestra.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
