/**
 * Reads what people publish before others do: contact data ahead of a contract, known frauds,
 * unpaid work. The operator writes the rules in words, says what each does, and can try them on a
 * text. It only finds; the module that asked decides what to do with it.
 */
@ApplicationModule(
    id = "screening",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.hiring.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
