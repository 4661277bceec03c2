package org.diestra.office.publishing;

import java.time.Instant;
import java.util.UUID;
import org.diestra.office.channels.Channel;

/**
 * Something to be sent now.
 *
 * @param key the same for each try of the same content
 * @param again whether it was tried before
 * @param open whether it may have arrived by then
 * @param until when nothing more may be sent by this try
 */
record Job(Post post, Channel channel, UUID key, boolean again, boolean open, Instant until) {}
