/**
 * People and the organisations they act for: who somebody is, in which language and zone, and with
 * which role. How they prove it is the business of {@code signin}.
 */
@ApplicationModule(
    id = "accounts",
    allowedDependencies = {"data", "page", "blobs", "previews", "mail"})
@NullMarked
package org.diestra.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
