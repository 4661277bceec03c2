package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.ClientHistory;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long clients take to decide about a delivery, in the middle of all of them. */
@Component
class ApprovalFigures implements ClientHistory {
  private final JdbcClient jdbc;
  private final HouseRights house;

  ApprovalFigures(JdbcClient jdbc, HouseRights house) {
    this.jdbc = jdbc;
    this.house = house;
  }

  @Override
  public Map<OrganisationId, Part> of(Collection<OrganisationId> clients) {
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
