package org.diestra.platform.dav;

import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.programs.Part;

/** {@code /dav/} itself: the branches that a program may enter, side by side. */
final class Lobby implements Branch {
  private static final UUID ID = new UUID(0, 0);
  private final List<Branch> branches;

  Lobby(List<Branch> branches) {
    this.branches = branches.stream().sorted(Comparator.comparing(Branch::name)).toList();
  }

  private record Room(String name) implements Hall {
    @Override
    public UUID id() {
      return ID;
    }
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public Part part() {
    return Part.FILES;
  }

  @Override
  public Optional<Node> find(Viewer viewer, DavPath path) {
    return path.root() ? Optional.of(new Room("dav")) : Optional.empty();
  }

  @Override
  public List<Node> children(Viewer viewer, DavPath path, Node collection) {
    return branches.stream()
        .flatMap(branch -> branch.find(viewer, new DavPath(List.of())).stream())
        .map(Node.class::cast)
        .toList();
  }

  @Override
  public void hold(Viewer viewer, List<DavPath> paths) {
    throw new DavFault(403);
  }

  @Override
  public void makeCollection(Viewer viewer, DavPath path) {
    throw new DavFault(403);
  }

  @Override
  public Brought receive(Viewer viewer, DavPath path, InputStream in) {
    throw new DavFault(403);
  }

  @Override
  public Node put(Viewer viewer, DavPath path, Brought brought) {
    throw new DavFault(403);
  }

  @Override
  public InputStream open(Viewer viewer, Node node) {
    throw new DavFault(405);
  }

  @Override
  public void delete(Viewer viewer, DavPath path, Node node) {
    throw new DavFault(403);
  }

  @Override
  public void move(Viewer viewer, Node node, DavPath to) {
    throw new DavFault(403);
  }

  @Override
  public Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    throw new DavFault(403);
  }
}
