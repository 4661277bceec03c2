package org.diestra.office.carddav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Branch;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.DeadProperties;
import org.diestra.platform.dav.Element;
import org.diestra.platform.dav.Node;
import org.diestra.platform.dav.Report;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.programs.Part;
import org.diestra.platform.vcard.Card;
import org.springframework.stereotype.Component;

/**
 * {@code /dav/contacts/{user}/{workspace}/{name}}: in everybody's home stand the contact books of
 * all workspaces that are open to this person at this moment.
 */
@Component
class BookBranch implements Branch {
  private static final int HOME = 1;
  private static final int BOOK = 2;
  private static final int CARD = 3;
  private final Leaves leaves;
  private final BookReports reports;
  private final DeadProperties dead;

  BookBranch(Leaves leaves, BookReports reports, DeadProperties dead) {
    this.leaves = leaves;
    this.reports = reports;
    this.dead = dead;
  }

  @Override
  public String name() {
    return Names.BRANCH;
  }

  @Override
  public Part part() {
    return Part.CONTACTS;
  }

  @Override
  public List<String> classes() {
    return List.of("addressbook");
  }

  /** A lock on one's own address of a shared book would keep nobody else from it. */
  @Override
  public boolean locks() {
    return false;
  }

  @Override
  public boolean light() {
    return true;
  }

  @Override
  public Map<QName, Xml> homes(Viewer viewer) {
    var home = new DavPath(List.of(Names.BRANCH, viewer.id().toString())).href(true);
    return Map.of(Names.HOME, Xml.href(home));
  }

  @Override
  public Map<QName, Report> reports() {
    return reports.all();
  }

  @Override
  public Optional<? extends Node> find(Viewer viewer, DavPath path) {
    if (path.root()) {
      return Optional.of(Home.hall());
    }
    if (!path.names().getFirst().equals(viewer.id().toString())) {
      return Optional.empty();
    }
    return switch (path.names().size()) {
      case HOME -> Optional.of(Home.of(viewer));
      case BOOK -> leaves.book(path).map(book -> Shelf.of(viewer, book));
      case CARD -> leaves.find(path);
      default -> Optional.empty();
    };
  }

  @Override
  public List<? extends Node> children(Viewer viewer, DavPath path, Node collection) {
    if (collection instanceof Shelf shelf) {
      return leaves.all(shelf.book());
    }
    if (path.root()) {
      return List.of(Home.of(viewer));
    }
    return leaves.books().stream().map(book -> Shelf.of(viewer, book)).toList();
  }

  /** In a book whoever writes there; of a book itself whoever may look, for its own words. */
  @Override
  public void hold(Viewer viewer, List<DavPath> paths) {
    var held = new HashSet<String>();
    for (var path : paths) {
      if (path.names().size() < BOOK || !path.names().getFirst().equals(viewer.id().toString())) {
        throw new DavFault(403);
      }
    }
    // in one order, so that two that move cards between two books wait for each other
    paths.stream()
        .filter(path -> path.names().size() > BOOK && held.add(path.names().get(1)))
        .sorted((one, other) -> one.names().get(1).compareTo(other.names().get(1)))
        .forEach(leaves::hold);
  }

  /** A book is its workspace's: there is one of each. */
  @Override
  public void makeCollection(Viewer viewer, DavPath path) {
    throw Names.refused("addressbook-collection-location-ok");
  }

  @Override
  public Set<QName> makeCollection(
      Viewer viewer, DavPath path, Set<QName> kinds, Map<QName, Element> properties) {
    if (!kinds.equals(Set.of(Dav.COLLECTION, Names.BOOK))) {
      throw new DavFault(403, Dav.VALID_KIND);
    }
    throw Names.refused("addressbook-collection-location-ok");
  }

  /** Bytes that read as what they are to be. */
  private record Text(byte[] body) implements Brought {
    @Override
    public void close() {}
  }

  @Override
  public Brought receive(Viewer viewer, DavPath path, InputStream in) throws IOException {
    var body = in.readNBytes(Card.LARGEST + 1);
    if (body.length > Card.LARGEST) {
      throw Names.refused("max-resource-size");
    }
    return new Text(body);
  }

  @Override
  public Node put(Viewer viewer, DavPath path, Brought brought) {
    return leaves.keep(viewer, path, ((Text) brought).body());
  }

  @Override
  public InputStream open(Viewer viewer, Node node) {
    return new ByteArrayInputStream(leaves.body(leaf(node)));
  }

  /** A book goes with its workspace alone. */
  @Override
  public void delete(Viewer viewer, DavPath path, Node node) {
    leaves.remove(viewer, leaf(node));
    dead.forget(List.of(node.id()));
  }

  private static Leaf leaf(Node node) {
    if (node instanceof Leaf leaf) {
      return leaf;
    }
    throw new DavFault(403);
  }

  @Override
  public void move(Viewer viewer, Node node, DavPath to) {
    leaves.move(viewer, leaf(node), to);
    dead.forget(List.of(node.id()));
  }

  @Override
  public Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    return Map.of(node.id(), leaves.copy(viewer, leaf(node), to).id());
  }
}
