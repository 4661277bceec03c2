package org.diestra.hiring.proposals;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.diestra.hiring.jobs.Band;
import org.diestra.hiring.jobs.ClientHistory;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bids as figures: how many, at what price in the middle, how well a client answers. */
@Repository
class BidFigures implements ClientHistory {
  /** With fewer bids a median would tell somebody's price. */
  static final int ENOUGH = 5;

  private final JdbcClient jdbc;

  BidFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<JobId, Band> bands(Collection<JobId> jobs) {
    var found = new HashMap<JobId, Band>();
    jdbc.sql(
            "select job, count(*) as bids from proposals.bid where job = any(:jobs) and "
                + BidStore.LIVE
                + " group by job")
        .param("jobs", jobs.stream().map(JobId::value).toArray(UUID[]::new))
        .query(r -> {
          found.put(new JobId(id(r, "job")), Band.of(integer(r, "bids")));
        });
    return found;
  }

  /** The price in the middle for each unit in which at least {@link #ENOUGH} have bid. */
  Map<PayUnit, Money> medians(JobId job) {
    var found = new EnumMap<PayUnit, Money>(PayUnit.class);
    jdbc.sql(
            """
            select v.unit, min(v.currency) as currency,
              round(percentile_cont(0.5) within group (order by v.price_minor))::bigint as middle
            from proposals.bid b
            join proposals.version v on v.bid = b.id and v.version = b.version
            where b.job = :job
            group by v.unit having count(*) >= :enough
            """)
        .param("job", job.value())
        .param("enough", ENOUGH)
        .query(r -> {
          found.put(Row.label(r, "unit", PayUnit.class), Row.money(r, "middle", "currency"));
        });
    return found;
  }

  /** The share of bids that each client decided about in time, of those that were due. */
  @Override
  public Map<OrganisationId, Part> of(Collection<OrganisationId> clients) {
    var found = new HashMap<OrganisationId, Part>();
    jdbc.sql(
            """
            select organisation,
              count(*) filter (where missed_at is null)::float / count(*) as answered
            from proposals.bid
            where organisation = any(:clients)
              and (answered_at is not null or missed_at is not null)
            group by organisation
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query(r -> {
          found.put(
              new OrganisationId(id(r, "organisation")), new Part(r.getDouble("answered"), null));
        });
    return found;
  }
}
