package org.diestra.hiring.proposals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another module has to say about bids, shown beside them to the client's team and to the
 * author: implemented by each module that has. It never names anybody, for names may be hidden.
 */
public interface BidAsides {
  /** In one statement, however many bids; one about which there is nothing to say is left out. */
  Map<BidId, List<Aside>> of(Collection<BidId> bids);

  /**
   * A line that leads to where it belongs.
   *
   * @param key the message; its arguments in order
   * @param tone good, wait, stop or plain, as a badge has it
   * @param icon the name of an icon of the house's set
   */
  record Aside(String key, List<Object> args, String tone, String icon, String href) {
    public Aside {
      args = List.copyOf(args);
    }

    @Nullable Object[] values() {
      return args.toArray();
    }
  }
}
