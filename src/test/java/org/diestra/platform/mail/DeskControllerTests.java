package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class DeskControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private Mail mail;
  @Autowired private LetterStore store;
  @Autowired private JdbcClient jdbc;
  @Autowired private People people;
  private final String address = Ids.text(Ids.fresh()).toLowerCase(Locale.ROOT) + "@house.test";
  private Viewer operator;

  @BeforeEach
  void begin() {
    operator = people.operator("Olga");
  }

  @Test
  void anOperatorReadsWhatWasKept() throws Exception {
    mail.send(letter().text("Hello <script>alert(1)</script>"));
    assertThat(page("/operator/mail?state=KEPT")).contains(address, "Subject &lt;b&gt;");
    assertThat(page(path())).contains("sandbox=\"\"", path() + "/html");
    assertThat(page(path() + "?part=text")).contains("Hello &lt;script&gt;");
    mvc.perform(get(path() + "/html").with(signedIn(operator)))
        .andExpect(
            header()
                .string("Content-Security-Policy", Matchers.containsString("default-src 'none'")))
        .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"));
    assertThat(page(path() + "/html")).doesNotContain("<script");
  }

  @Test
  void theKindOfALetterIsAWordBesideItsName() throws Exception {
    mail.send(Letter.to(address, Locale.ENGLISH, "signin.reset", "Choose a new password"));
    for (var page : new String[] {"/operator/mail?state=KEPT", path()}) {
      assertThat(page(page)).contains("Sign-in <code class=\"quiet small\">signin.reset</code>");
    }
  }

  @Test
  void aFullListTakesAsManyStatementsAsAnEmptyOne() throws Exception {
    var empty = StatementCount.during(() -> page("/operator/mail?state=WAITING"));
    for (int i = 0; i < 10; i++) {
      mail.send(letter());
    }
    var full = StatementCount.during(() -> page("/operator/mail?state=KEPT"));
    assertThat(full).hasSameSizeAs(empty);
  }

  @Test
  void nobodyElseDoes() throws Exception {
    mail.send(letter());
    var ana = people.client("Ana");
    for (var path : new String[] {"/operator/mail", path(), path() + "/html"}) {
      mvc.perform(get(path).with(signedIn(ana))).andExpect(status().isNotFound());
    }
    mvc.perform(get("/operator/mail")).andExpect(status().is3xxRedirection());
  }

  @Test
  void aSecretThatWasSentIsNobodysToRead() throws Exception {
    mail.send(letter().text("token").withSecret());
    assertThat(page(path() + "/html")).contains("token"); // kept: there is no other way to it
    store.sent(id(), Instant.EPOCH);
    assertThat(page(path())).doesNotContain("iframe").contains("only its reader");
    mvc.perform(get(path() + "/html").with(signedIn(operator))).andExpect(status().isNotFound());
  }

  @Test
  void aFailedLetterCanBeSentAgainOnce() throws Exception {
    mail.send(letter());
    store.fail(id(), "no such user");
    assertThat(page(path())).contains("no such user", "Send again");
    mvc.perform(post(path() + "/sending").with(signedIn(operator)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(store.find(id()).orElseThrow().state()).isEqualTo(Queued.State.KEPT);
    assertThat(page(path())).doesNotContain("Send again");
  }

  private Letter letter() {
    return Letter.to(address, Locale.ENGLISH, "mail:test", "Subject <b>");
  }

  private UUID id() {
    return jdbc.sql("select id from mail.letter where address = :a")
        .param("a", address)
        .query(UUID.class)
        .single();
  }

  private String path() {
    return "/operator/mail/" + Ids.text(id());
  }

  private String page(String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(operator)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
