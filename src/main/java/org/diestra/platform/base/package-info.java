/**
 * The common ground: money, ids, periods, outcomes and refusals. Plain Java, open to every module
 * and dependent on none; an ArchUnit rule keeps Spring and the rest of the house out of it.
 */
@NullMarked
package org.diestra.platform.base;

import org.jspecify.annotations.NullMarked;
