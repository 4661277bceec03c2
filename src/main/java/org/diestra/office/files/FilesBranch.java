package org.diestra.office.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.dav.Branch;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Node;
import org.diestra.platform.programs.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@code /dav/files/{workspace}/…}: the same folders as on the page. A workspace whose files
 * somebody may not work with looks as if it were not there.
 */
@Component
class FilesBranch implements Branch {
  private static final int NO_ROOM = 507;
  private static final int BUSY = 503;
  private static final String NAME = "files";
  private final Places places;
  private final Workspaces workspaces;
  private final Files files;
  private final Moving moving;
  private final Copying copying;
  private final Turns turns;
  private final Openings openings;
  private final Blobs blobs;

  FilesBranch(
      Places places,
      Workspaces workspaces,
      Files files,
      Moving moving,
      Copying copying,
      Turns turns,
      Openings openings,
      Blobs blobs) {
    this.places = places;
    this.workspaces = workspaces;
    this.files = files;
    this.moving = moving;
    this.copying = copying;
    this.turns = turns;
    this.openings = openings;
    this.blobs = blobs;
  }

  /** What has come in, with the room it takes and the turn it has come to. */
  private record Bytes(Received received, Arrivals.Berth berth, Turn turn) implements Brought {
    @Override
    public void close() throws IOException {
      try (turn;
          berth) {
        received.close();
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Part part() {
    return Part.FILES;
  }

  private Pass pass(Viewer viewer, DavPath path) {
    return places.once(viewer, workspace(path));
  }

  private static WorkspaceId workspace(DavPath path) {
    return new WorkspaceId(Ids.read(path.names().getFirst()).orElseThrow(NotFound::new));
  }

  private static List<String> names(DavPath path) {
    return path.names().subList(1, path.names().size());
  }

  @Override
  public Optional<? extends Node> find(Viewer viewer, DavPath path) {
    if (path.root()) {
      return Optional.of(Room.hall(NAME));
    }
    var pass = pass(viewer, path);
    if (path.names().size() == 1) {
      return Optional.of(Room.of(pass, files.space(pass)));
    }
    var found = files.walk(pass, names(path));
    return looked(found) ? found.map(folder -> new Roomy(folder, files.space(pass))) : found;
  }

  /**
   * Whether it is a folder, and somebody only looks: whoever changes something asks for no room.
   */
  private static boolean looked(Optional<Entry> found) {
    return found.isPresent()
        && found.get().collection()
        && TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }

  @Override
  public List<? extends Node> children(Viewer viewer, DavPath path, Node collection) {
    if (path.root()) {
      return workspaces.of(viewer).stream()
          .filter(pass -> pass.works(Area.FILES))
          .map(Room::of)
          .toList();
    }
    return files.in(pass(viewer, path), key(collection));
  }

  /** Null for the workspace's own folder. */
  private static @Nullable EntryId key(Node node) {
    return node instanceof Roomy folder
        ? folder.entry().key()
        : node instanceof Entry entry ? entry.key() : null;
  }

  @Override
  public Turn turn(DavPath path) {
    if (path.root()) {
      return () -> {};
    }
    var turn = turns.take(workspace(path).value()).orElseThrow(() -> new DavFault(BUSY));
    return turn::close;
  }

  /** What a client's files are stays in that client's workspace. */
  @Override
  public void hold(Viewer viewer, List<DavPath> paths) {
    var first = paths.getFirst();
    boolean changeable =
        paths.stream()
            .allMatch(path ->
                path.names().size() > 1
                    && path.names().getFirst().equals(first.names().getFirst()));
    if (!first.root()) {
      files.hold(Files.checked(workspaces.enter(viewer, workspace(first))));
      pass(viewer, first); // anew, and once for all that follows: meanwhile it may have ended
    }
    if (!changeable) {
      throw new DavFault(403);
    }
  }

  private record Spot(Pass pass, @Nullable EntryId parent, String name) {}

  /** The folder in which something of that path is to stand; the engine has seen it to be there. */
  private Spot spot(Viewer viewer, DavPath path) {
    if (path.names().size() < 2) {
      throw new DavFault(403);
    }
    var pass = pass(viewer, path);
    if (path.names().size() == 2) {
      return new Spot(pass, null, path.name());
    }
    var folder = files.walk(pass, names(path.parent())).orElseThrow(() -> new DavFault(409));
    return new Spot(pass, folder.key(), path.name());
  }

  /** A lock of somebody who is gone for today must not keep the client from its own files. */
  @Override
  public boolean keeps(Viewer viewer, DavPath path) {
    return !path.root() && pass(viewer, path).keeps();
  }

  @Override
  public void makeCollection(Viewer viewer, DavPath path) {
    var spot = spot(viewer, path);
    done(files.makeFolder(spot.pass(), spot.parent(), spot.name()));
  }

  @Override
  public Brought receive(Viewer viewer, DavPath path, InputStream in) throws IOException {
    return receive(viewer, path, in, -1);
  }

  /** Only then does it queue up: a slow line keeps nobody waiting. */
  @Override
  public Brought receive(Viewer viewer, DavPath path, InputStream in, long announced)
      throws IOException {
    if (path.names().size() < 2) {
      throw new DavFault(403);
    }
    done(EntryName.read(path.name()));
    try {
      return received(places.arrival(viewer, workspace(path)), path, in, announced);
    } catch (Arrivals.NoRoom full) {
      throw new DavFault(NO_ROOM);
    }
  }

  private Bytes received(Places.Arrival arrival, DavPath path, InputStream in, long announced)
      throws IOException {
    var berth = places.berth(arrival, announced);
    boolean kept = false;
    try {
      var most = arrival.space().quota();
      var received = done(blobs.receiveAny(berth.around(in), path.name(), most));
      try {
        var bytes = new Bytes(received, berth, turnOutside(path));
        kept = true;
        return bytes;
      } finally {
        if (!kept) {
          received.close();
        }
      }
    } finally {
      if (!kept) {
        berth.close();
      }
    }
  }

  /** Within a transaction the row is held already, and who has the turn may be waiting for it. */
  private Turn turnOutside(DavPath path) {
    return TransactionSynchronizationManager.isActualTransactionActive() ? () -> {} : turn(path);
  }

  @Override
  public Node put(Viewer viewer, DavPath path, Brought brought) {
    var spot = spot(viewer, path);
    return done(files.put(spot.pass(), spot.parent(), spot.name(), ((Bytes) brought).received()));
  }

  @Override
  public InputStream open(Viewer viewer, Node node) throws IOException {
    var file = (Entry) node;
    openings.note(file.workspace(), viewer.id(), List.of(file.id()), Opening.Way.PROGRAM);
    return blobs.open(blobs.get(file.file().blob()));
  }

  @Override
  public void delete(Viewer viewer, DavPath path, Node node) {
    files.trash(pass(viewer, path), entry(node));
  }

  @Override
  public void move(Viewer viewer, Node node, DavPath to) {
    var spot = spot(viewer, to);
    done(moving.move(spot.pass(), entry(node), spot.parent(), spot.name(), true));
  }

  @Override
  public Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    var spot = spot(viewer, to);
    var manner = new Copying.Manner(deep, true);
    return done(copying.copy(spot.pass(), entry(node), spot.parent(), spot.name(), manner));
  }

  private static EntryId entry(Node node) {
    var key = key(node);
    if (key == null) {
      throw new DavFault(403);
    }
    return key;
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        why -> {
          throw new DavFault(status(why));
        });
  }

  /** What has no room is 507 (RFC 4918, section 11.5); a name that can't be is 400. */
  private static int status(Refusal why) {
    return switch (why.key()) {
      case "files.full", "files.crowded", "blobs.full", "blobs.tooLarge" -> NO_ROOM;
      default ->
          why.kind() == Refusal.Kind.CONFLICT ? 409 : why.kind() == Refusal.Kind.LIMIT ? 403 : 400;
    };
  }
}
