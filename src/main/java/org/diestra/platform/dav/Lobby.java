package org.diestra.platform.dav;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Viewer;

/** {@code /dav/} itself: the branches that a program may enter, side by side. */
final class Lobby implements Still {
  private static final UUID ID = new UUID(0, 0);
  private final List<Branch> branches;

  /**
   * @param open those that the program's password opens
   */
  Lobby(List<Branch> open) {
    this.branches =
        Stream.concat(open.stream(), Stream.of(new Principals(open)))
            .sorted(Comparator.comparing(Branch::name))
            .toList();
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
}
