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

/**
 * {@code /dav/files/{workspace}/…}: the same folders as on the page. A workspace whose files
 * somebody may not work with looks as if it were not there.
 */
@Component
class FilesBranch implements Branch {
  private static final int NO_ROOM = 507;
  private static final String NAME = "files";
  private final Workspaces workspaces;
  private final Files files;
  private final Copying copying;
  private final Blobs blobs;

  FilesBranch(Workspaces workspaces, Files files, Copying copying, Blobs blobs) {
    this.workspaces = workspaces;
    this.files = files;
    this.copying = copying;
    this.blobs = blobs;
  }

  private record Bytes(Received received) implements Brought {
    @Override
    public void close() throws IOException {
      received.close();
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
    var id = Ids.read(path.names().getFirst()).orElseThrow(NotFound::new);
    return Files.checked(workspaces.enter(viewer, new WorkspaceId(id)));
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
    return path.names().size() == 1
        ? Optional.of(Room.of(pass, files.space(pass)))
        : files.walk(pass, names(path));
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
    return node instanceof Entry entry ? entry.key() : null;
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
      var pass = pass(viewer, first);
      files.hold(pass);
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
    if (path.names().size() < 2) {
      throw new DavFault(403);
    }
    done(EntryName.read(path.name()));
    var pass = pass(viewer, path);
    var received = blobs.receiveAny(in, path.name(), files.space(pass).left());
    return new Bytes(done(received));
  }

  @Override
  public Node put(Viewer viewer, DavPath path, Brought brought) {
    var spot = spot(viewer, path);
    return done(files.put(spot.pass(), spot.parent(), spot.name(), ((Bytes) brought).received()));
  }

  @Override
  public InputStream open(Viewer viewer, Node node) throws IOException {
    return blobs.open(blobs.get(((Entry) node).file().blob()));
  }

  @Override
  public void delete(Viewer viewer, DavPath path, Node node) {
    files.trash(pass(viewer, path), entry(node));
  }

  @Override
  public void move(Viewer viewer, Node node, DavPath to) {
    var spot = spot(viewer, to);
    done(files.move(spot.pass(), entry(node), spot.parent(), spot.name(), true));
  }

  @Override
  public Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    var spot = spot(viewer, to);
    var manner = new Copying.Manner(deep, true);
    return done(copying.copy(spot.pass(), entry(node), spot.parent(), spot.name(), manner));
  }

  private static EntryId entry(Node node) {
    if (node instanceof Entry entry) {
      return entry.key();
    }
    throw new DavFault(403);
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
      case "files.full", "blobs.full", "blobs.tooLarge" -> NO_ROOM;
      default ->
          why.kind() == Refusal.Kind.CONFLICT ? 409 : why.kind() == Refusal.Kind.LIMIT ? 403 : 400;
    };
  }
}
