package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.diestra.People;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.programs.AppPasswords;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What a dispute keeps of the workspace's files. */
class FrozenFilesTests extends DisputeScene {
  @LocalServerPort private int port;
  @Autowired private AppPasswords passwords;
  @Autowired private Workspaces workspaces;

  @Test
  void whatTheAssistantWroteIsKeptUntilItIsClosed() throws Exception {
    put("work.txt");
    put("private.txt");
    house.call(() ->
        jdbc.sql(
                """
                update files.version set made_by = :rosa
                where entry in (select id from files.entry where name = 'work.txt')
                  and workspace = (select workspace from engagements.engagement
                    where contract = :contract)
                """)
            .param("rosa", rosa.id().value())
            .param("contract", signed.id().value())
            .update());
    var id = opened(lucia, 0);
    assertThat(frozen(id)).isEqualTo(1);
    assertThat(EvidenceView.of(house.call(() -> history.evidence(id)).orElseThrow()).keptFiles())
        .isEqualTo(1);
    as(lucia, () -> disputes.withdraw(lucia, id, null).orFail());
    assertThat(frozen(id)).isZero();
  }

  private int frozen(DisputeId id) {
    return house.call(() ->
        jdbc.sql("select count(*) from files.freeze where cause = :id")
            .param("id", id.value())
            .query(Integer.class)
            .single());
  }

  private void put(String name) throws Exception {
    var room = workspaces.open(People.organisation(lucia));
    var address = "http://localhost:" + port + "/dav/files/" + room + "/" + name;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", passwords.basic(lucia))
            .PUT(BodyPublishers.ofString("done"))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(201);
  }

  @Test
  void whatDeliveriesPointAtIsFoundInTheirAddresses() {
    var one = UUID.randomUUID();
    var task = new JsonMapper().createObjectNode();
    var delivery = task.putArray("deliveries").addObject();
    delivery.putArray("links").add("https://house/w/x/files/" + Ids.text(one) + "?a=b");
    delivery.put("words", "see /files/tooShort and /files/" + "z".repeat(23));
    assertThat(Evidence.linked(task)).containsExactly(one);
  }
}
