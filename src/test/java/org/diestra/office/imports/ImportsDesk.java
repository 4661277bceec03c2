package org.diestra.office.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.diestra.office.tables.TablesDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.Timers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that are brought into tables, as people do it. */
abstract class ImportsDesk extends TablesDesk {
  @Autowired protected IntakeStore store;
  @Autowired protected Imports imports;
  @Autowired protected Work work;
  @Autowired protected Timers timers;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected TransactionTemplate transaction;

  /** Brings a file; answers where it can be looked at. */
  protected String brought(Viewer viewer, String table, String name, byte[] bytes)
      throws Exception {
    var answer =
        mvc.perform(
                multipart(table + "/imports")
                    .file(new MockMultipartFile("file", name, "text/csv", bytes))
                    .with(signedIn(viewer))
                    .with(csrf())
                    .content(new byte[100]))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  protected Intake at(String href) {
    return house(
        () -> store.find(IntakeId.of(href.substring(href.lastIndexOf('/') + 1))).orElseThrow());
  }

  protected <T> T house(Supplier<T> action) {
    return Caller.house().call(() -> transaction.execute(tx -> action.get()));
  }

  /** What has become of it once nothing goes on any more. */
  protected Intake settled(String href) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> at(href), intake -> !intake.state().busy());
  }

  protected static String[] columns(int... fields) {
    var sent = new ArrayList<>(List.of("decimal", ",", "headed", "true"));
    for (int i = 0; i < fields.length; i++) {
      sent.addAll(List.of("column-" + i, String.valueOf(fields[i])));
    }
    return sent.toArray(String[]::new);
  }
}
