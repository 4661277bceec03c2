/**
 * Reads and writes cards of contacts (vCard 3.0, RFC 2426; 4.0, RFC 6350; and reads 2.1) line by
 * line: what another program wrote stays in its own bytes, whatever is changed beside it. It knows
 * no address book and keeps nothing.
 */
@ApplicationModule(
    id = "vcard",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.vcard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
