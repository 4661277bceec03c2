package org.diestra.platform.dav;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.programs.Part;

/** A branch of the engine's own, in which nothing can be changed and which every program sees. */
interface Still extends Branch {
  @Override
  default Part part() {
    throw new IllegalStateException("open to every program");
  }

  @Override
  default boolean locks() {
    return false;
  }

  @Override
  default void hold(Viewer viewer, List<DavPath> paths) {
    throw new DavFault(403);
  }

  @Override
  default void makeCollection(Viewer viewer, DavPath path) {
    throw new DavFault(403);
  }

  @Override
  default Brought receive(Viewer viewer, DavPath path, InputStream in) {
    throw new DavFault(403);
  }

  @Override
  default Node put(Viewer viewer, DavPath path, Brought brought) {
    throw new DavFault(403);
  }

  @Override
  default InputStream open(Viewer viewer, Node node) {
    throw new DavFault(405);
  }

  @Override
  default void delete(Viewer viewer, DavPath path, Node node) {
    throw new DavFault(403);
  }

  @Override
  default void move(Viewer viewer, Node node, DavPath to) {
    throw new DavFault(403);
  }

  @Override
  default Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep) {
    throw new DavFault(403);
  }
}
