package org.diestra.work.contracts;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.hiring.proposals.BidAsides;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way from a bid to the offer that was made on it, and to the contract that it became. */
@Component
class OfferAsides implements BidAsides {
  private final JdbcClient jdbc;

  OfferAsides(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    jdbc.sql(
            """
            select distinct on (o.bid) o.bid, o.id, c.id as contract
            from contracts.offer o left join contracts.contract c on c.offer = o.id
            where o.bid = any (:bids) and o.kind = 'HIRE'
              and (o.state in ('OFFERED', 'COUNTERED') or c.id is not null)
            order by o.bid, o.made_at desc
            """)
        .param("bids", bids.stream().map(BidId::value).toArray(UUID[]::new))
        .query(r -> {
          var contract = idOrNull(r, "contract");
          var aside =
              contract == null
                  ? aside("contracts.aside.offer", "wait", "/offers/" + Ids.text(id(r, "id")))
                  : aside("contracts.aside.contract", "good", "/contracts/" + Ids.text(contract));
          found.put(new BidId(id(r, "bid")), List.of(aside));
        });
    return found;
  }

  private static Aside aside(String key, String tone, String href) {
    return new Aside(key, List.of(), tone, "signature", href);
  }
}
