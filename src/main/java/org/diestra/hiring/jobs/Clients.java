package org.diestra.hiring.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts together what is publicly known of clients: their jobs from here, the rest from others. */
@Service
public class Clients {
  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final ObjectProvider<ClientHistory> histories;

  Clients(JdbcClient jdbc, Organisations organisations, ObjectProvider<ClientHistory> histories) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.histories = histories;
  }

  private record Tally(int posted, int ended, int filled) {
    private static final Tally NONE = new Tally(0, 0, 0);
  }

  /** In a fixed number of statements, however many clients there are. */
  public Map<OrganisationId, ClientFacts> facts(Collection<OrganisationId> clients) {
    var wanted = List.copyOf(new java.util.LinkedHashSet<>(clients));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var tallies = tallies(wanted);
    var parts = parts(wanted);
    var found = new LinkedHashMap<OrganisationId, ClientFacts>();
    organisations
        .all(wanted)
        .forEach((id, client) -> {
          var tally = tallies.getOrDefault(id, Tally.NONE);
          var part = parts.get(id);
          found.put(
              id,
              new ClientFacts(
                  id,
                  client.name(),
                  client.verified(),
                  client.createdAt(),
                  client.zone(),
                  tally.posted(),
                  tally.ended(),
                  tally.filled(),
                  part == null ? null : part.answered(),
                  part == null ? null : part.approves()));
        });
    return found;
  }

  public ClientFacts facts(OrganisationId client) {
    var found = facts(List.of(client)).get(client);
    if (found == null) {
      throw new org.diestra.platform.base.NotFound();
    }
    return found;
  }

  private Map<OrganisationId, Tally> tallies(List<OrganisationId> clients) {
    var found = new HashMap<OrganisationId, Tally>();
    jdbc.sql(
            """
            select client, count(*)::int as posted,
              (count(*) filter (where stage = 'CLOSED'))::int as ended,
              (count(*) filter (where ending = 'FILLED'))::int as filled
            from jobs.post
            where client = any(:clients) and opened_at is not null
            group by client
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .query((r, n) ->
            Map.entry(
                new OrganisationId(Row.id(r, "client")),
                new Tally(
                    Row.integer(r, "posted"), Row.integer(r, "ended"), Row.integer(r, "filled"))))
        .list()
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private Map<OrganisationId, ClientHistory.Part> parts(List<OrganisationId> clients) {
    var found = new HashMap<OrganisationId, ClientHistory.Part>();
    histories.forEach(
        history -> history.of(clients).forEach((id, part) -> found.merge(id, part, Clients::join)));
    return found;
  }

  private static ClientHistory.Part join(ClientHistory.Part one, ClientHistory.Part other) {
    return new ClientHistory.Part(
        first(one.answered(), other.answered()), first(one.approves(), other.approves()));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }
}
