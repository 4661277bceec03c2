/**
 * CardDAV (RFC 6352, with RFC 6578): the contact books of workspaces as phones and desktop programs
 * keep them, below {@code /dav/contacts/}. It knows the protocol's filters and its errors; what
 * stands where, and who may see it, is decided in {@code contacts}.
 */
@ApplicationModule(
    id = "carddav",
    allowedDependencies = {"accounts", "contacts", "dav", "programs", "vcard", "workspaces"})
@NullMarked
package org.diestra.office.carddav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
