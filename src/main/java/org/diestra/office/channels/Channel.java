package org.diestra.office.channels;

import java.time.Instant;
import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * A place where a client is heard. Its token is not among what is known of it.
 *
 * @param name what people call it
 * @param address of the site or server; empty where there is none
 * @param account the name it signs in with; empty where there is none
 * @param care why it needs somebody's care, a message's key; null where it works
 * @param closedAt since when nothing new goes there; null while it is open
 * @param version counts its changes
 */
public record Channel(
    ChannelId id,
    WorkspaceId workspace,
    Kind kind,
    String name,
    String address,
    String account,
    Standing standing,
    Manner manner,
    @Nullable String care,
    @Nullable Instant closedAt,
    int version,
    List<Slot> slots) {
  public static final int LONGEST_NAME = 80;

  public Channel {
    slots = List.copyOf(slots);
  }

  public boolean open() {
    return closedAt == null;
  }

  public String href() {
    return "/w/" + workspace + "/publishing/channels/" + id;
  }
}
