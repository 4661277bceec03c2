package org.diestra.office.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.publishing.Shelf.Filter;
import org.diestra.office.publishing.Shelf.Mark;
import org.diestra.office.publishing.Shelf.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages read, each within a transaction, so that it is this caller's alone. */
@Component
@Transactional(readOnly = true)
class Readings {
  private final Shelf shelf;
  private final MoveStore moves;
  private final DueStore due;

  Readings(Shelf shelf, MoveStore moves, DueStore due) {
    this.shelf = shelf;
    this.moves = moves;
    this.due = due;
  }

  List<Row> between(Desk desk, Filter filter, Instant from, Instant to) {
    return shelf.between(desk.pass().workspace().id(), filter, from, to);
  }

  List<Row> open(Desk desk, Filter filter, @Nullable Mark after) {
    return shelf.open(desk.pass().workspace().id(), filter, after);
  }

  List<Row> over(Desk desk, Filter filter, State state, @Nullable Mark before) {
    return shelf.over(desk.pass().workspace().id(), filter, state, before);
  }

  List<String> campaigns(Desk desk) {
    return shelf.campaigns(desk.pass().workspace().id());
  }

  List<MoveStore.Move> moves(PostId id) {
    return moves.of(id);
  }

  List<MoveStore.Revision> revisions(PostId id) {
    return moves.revisions(id);
  }

  Optional<String> said(PostId id, int version) {
    return moves.said(id, version);
  }

  List<Instant> taken(ChannelId channel, Instant after) {
    return due.taken(channel, after);
  }
}
