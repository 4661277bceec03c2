/**
 * The door of the house. The folders beside this file tell its story; each module says what it is.
 */
@NullMarked
package org.diestra;

import org.jspecify.annotations.NullMarked;
