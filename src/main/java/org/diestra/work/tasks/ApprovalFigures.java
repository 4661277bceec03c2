package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.ClientHistory;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long clients take to decide about a delivery, in the middle of all of them. One more approval
 * moves that little, and asking costs more than all else beside a job: an answer is good for ten
 * minutes.
 */
@Component
class ApprovalFigures implements ClientHistory {
  static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST = 10_000; // clients

  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;
  private final Map<OrganisationId, Kept> kept = new ConcurrentHashMap<>();

  /** Also that there is nothing to say. */
  private record Kept(Optional<Part> part, Instant until) {}

  ApprovalFigures(JdbcClient jdbc, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public Map<OrganisationId, Part> of(Collection<OrganisationId> clients) {
    var now = clock.instant();
    var told = new HashMap<OrganisationId, Part>();
    var unknown = new ArrayList<OrganisationId>();
    for (var client : clients) {
      var known = kept.get(client);
      if (known == null || !known.until().isAfter(now)) {
        unknown.add(client);
      } else {
        known.part().ifPresent(part -> told.put(client, part));
      }
    }
    if (!unknown.isEmpty()) {
      var found = ask(unknown);
      keep(unknown, found, now.plus(FRESH));
      told.putAll(found);
    }
    return told;
  }

  private void keep(
      Collection<OrganisationId> clients, Map<OrganisationId, Part> found, Instant until) {
    if (kept.size() > MOST) {
      kept.clear();
    }
    clients.forEach(
        client -> kept.put(client, new Kept(Optional.ofNullable(found.get(client)), until)));
  }

  private Map<OrganisationId, Part> ask(Collection<OrganisationId> clients) {
    record Median(OrganisationId client, Part part) {}
    return house.call(() ->
        jdbc
            .sql(
                """
                select t.organisation, percentile_disc(0.5) within group
                  (order by extract(epoch from m.at - d.at))::bigint seconds
                from tasks.task t
                join tasks.move m on m.task = t.id and m.to_stage in ('APPROVED', 'AUTO_APPROVED')
                join tasks.move d on d.task = t.id and d.version = m.version - 1
                where t.organisation = any (:clients)
                group by t.organisation
                """)
            .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
            .query((r, n) ->
                new Median(
                    new OrganisationId(id(r, "organisation")),
                    new Part(null, Duration.ofSeconds(bigint(r, "seconds")))))
            .list()
            .stream()
            .collect(Collectors.toMap(Median::client, Median::part)));
  }
}
