package org.diestra.office.channels;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.office.channels.Adapter.Line;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Seal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a client's channels: those who keep the workspace set them up. */
@Service
public class Channels {
  static final int MOST = 100;
  private static final Refusal MOVED = Refusal.conflict("channels.moved");
  private final ChannelStore store;
  private final Seal seal;
  private final HouseRights house;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Channels(
      ChannelStore store,
      Seal seal,
      HouseRights house,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.seal = seal;
    this.house = house;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those in whose areas the person works, at most 200, open ones first. */
  @Transactional(readOnly = true)
  public List<Channel> of(Pass pass) {
    return store.of(pass.workspace().id()).stream()
        .filter(channel -> pass.works(channel.kind().area()))
        .toList();
  }

  /**
   * @throws NotFound if there is none there, or the person does not work in its area
   */
  @Transactional(readOnly = true)
  public Channel get(Pass pass, ChannelId id) {
    return store
        .find(pass.workspace().id(), id)
        .filter(channel -> pass.works(channel.kind().area()))
        .orElseThrow(NotFound::new);
  }

  /** Wherever it is: for what the house does of its own accord. */
  @Transactional(readOnly = true)
  public Optional<Channel> find(ChannelId id) {
    return house.call(() -> store.find(id));
  }

  /**
   * A new one.
   *
   * @param secret that it signs in with; empty where it needs none
   * @throws NotFound if the person does not keep the workspace
   */
  @Transactional
  public Outcome<Channel> add(Pass pass, Channel channel, String secret) {
    pass.requireKeeps();
    if (store.of(pass.workspace().id()).stream().filter(Channel::open).count() >= MOST) {
      return refused(Refusal.limit("channels.most", MOST));
    }
    store.add(channel, pass.viewer().id(), clock.instant());
    keep(channel, secret);
    record(pass, channel, "add");
    return done(channel);
  }

  private void keep(Channel channel, String secret) {
    if (!secret.isEmpty()) {
      var sealed =
          seal.close(Outlets.SEALED, channel.id().value(), secret.getBytes(StandardCharsets.UTF_8));
      house.call(() -> {
        store.keep(channel.id(), sealed);
        return sealed;
      });
    }
  }

  /**
   * What it says is what holds from now on.
   *
   * @param channel with the version that was seen
   * @param secret empty where the one of before stays
   * @throws NotFound if the person does not keep the workspace
   */
  @Transactional
  public Outcome<Channel> change(Pass pass, Channel channel, String secret) {
    pass.requireKeeps();
    var before = get(pass, channel.id());
    // a secret goes nowhere but where whoever gave it sent it
    boolean moved = !before.address().equals(channel.address());
    if (moved && secret.isEmpty() && channel.kind().asksAddress()) {
      return refused(Refusal.invalid("secret", "channels.secret.again"));
    }
    boolean other = moved || !before.account().equals(channel.account()) || !secret.isEmpty();
    if (!store.change(channel, other)) {
      return refused(MOVED);
    }
    keep(channel, secret);
    record(pass, channel, "change");
    if (channel.standing() != before.standing()) {
      audit.record(
          Deed.of("channels", "standing")
              .by(pass.viewer().id().value())
              .onBehalfOf(pass.workspace().organisation().value())
              .on("channel", channel.id().value())
              .moved(before.standing().name(), channel.standing().name()));
      events.publishEvent(new StandingChanged(channel.id(), channel.standing()));
    }
    return done(channel);
  }

  /** Nothing goes there any more, or again. */
  @Transactional
  public Outcome<Channel> close(Pass pass, ChannelId id, int seen, boolean open) {
    pass.requireKeeps();
    var channel = get(pass, id);
    if (channel.version() != seen
        || channel.open() == open
        || !store.close(channel, open ? null : clock.instant())) {
      return refused(MOVED);
    }
    record(pass, channel, open ? "open" : "close");
    return done(channel);
  }

  /**
   * It needs somebody's care.
   *
   * @return whether that is news
   */
  @Transactional
  public boolean care(Channel channel, String why) {
    return house.call(() -> store.care(channel.id(), why));
  }

  /** It answered as it stands: it needs nobody's care any more. */
  @Transactional
  void well(Pass pass, Channel channel) {
    pass.requireKeeps();
    store.well(channel.id(), channel.version());
  }

  /** With what it would be spoken to: the new secret, or the one of before. */
  Optional<Line> line(Channel channel, String secret, Outlets outlets) {
    return secret.isEmpty()
        ? outlets
            .line(channel)
            .map(known ->
                new Line(channel.address(), channel.account(), known.secret(), channel.manner()))
        : Optional.of(new Line(channel.address(), channel.account(), secret, channel.manner()));
  }

  private void record(Pass pass, Channel channel, String deed) {
    audit.record(
        Deed.of("channels", deed)
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("channel", channel.id().value())
            .with("kind", channel.kind().name()));
  }
}
