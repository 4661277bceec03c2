/**
 * Rooms in which two to four people see and hear each other, for whatever another module gives them
 * to talk about. Pictures and voices go from browser to browser; the house only introduces them to
 * each other, lets in whom the host lets in, and keeps a log of who came when.
 */
@ApplicationModule(
    id = "rooms",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.platform.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
