/**
 * Reads what banks give of an account: statements by ISO 20022 (camt.053), SWIFT (MT940), OFX in
 * both its writings, and CSV in any of the ways in which banks export it. It knows no account of
 * its own, keeps nothing, and reads in bounds: what is no statement, or does not add up, is refused
 * by line.
 */
@ApplicationModule(
    id = "banking",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
