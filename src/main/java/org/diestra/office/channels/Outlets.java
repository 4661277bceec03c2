package org.diestra.office.channels;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.channels.Adapter.Line;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Seal;
import org.springframework.stereotype.Service;

/** The door for whoever brings something to a channel. Never to be asked within a transaction. */
@Service
public class Outlets {
  static final String SEALED = "channels:secret";
  private final Map<Kind, Adapter> adapters = new EnumMap<>(Kind.class);
  private final ChannelStore store;
  private final Seal seal;
  private final HouseRights house;

  Outlets(List<Adapter> all, ChannelStore store, Seal seal, HouseRights house) {
    all.forEach(adapter -> adapters.put(adapter.kind(), adapter));
    this.store = store;
    this.seal = seal;
    this.house = house;
  }

  /**
   * Brings it there, with several calls of up to half a minute each.
   *
   * @throws IllegalArgumentException if nothing is sent to channels of that kind
   */
  public Taken publish(Channel channel, Piece piece) {
    return line(channel)
        .map(line -> adapter(channel.kind()).publish(line, piece))
        .orElse(new Taken.Locked("channels.fault.secret"));
  }

  /** Takes it away there. */
  public Taken remove(Channel channel, String remote) {
    return line(channel)
        .map(line -> adapter(channel.kind()).remove(line, remote))
        .orElse(new Taken.Locked("channels.fault.secret"));
  }

  /** Looks whether the channel can be spoken to; leaves nothing there. */
  Taken check(Kind kind, Line line) {
    return adapter(kind).check(line);
  }

  /** For how long the same key is known there, so that a second try does no harm. */
  public Duration remembers(Kind kind) {
    var adapter = adapters.get(kind);
    return adapter == null ? Duration.ZERO : adapter.remembers();
  }

  private Adapter adapter(Kind kind) {
    var adapter = adapters.get(kind);
    if (adapter == null) {
      throw new IllegalArgumentException("nothing is sent to " + kind);
    }
    return adapter;
  }

  /** As it stands now, read at once: a new secret never goes to the address of before. */
  Optional<Line> line(Channel channel) {
    return house
        .call(() -> store.access(channel.id()))
        .map(access ->
            new Line(
                access.address(),
                access.account(),
                new String(
                    seal.open(SEALED, channel.id().value(), access.sealed()),
                    StandardCharsets.UTF_8),
                access.manner()));
  }
}
