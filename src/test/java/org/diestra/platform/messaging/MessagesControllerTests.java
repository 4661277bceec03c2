package org.diestra.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of messages, as a browser without scripts has them. */
@HouseTest
class MessagesControllerTests {
  private static final Pattern MESSAGE = Pattern.compile("/messages/\\w{22}/(\\w{22})/edit");
  @Autowired private MockMvc mvc;
  @Autowired private Messages messages;
  @Autowired private ProbeTalks talks;
  @Autowired private People people;
  private Viewer ana;
  private Viewer ben;
  private Viewer eve;
  private UUID thing;
  private ThreadId thread;

  @BeforeEach
  void twoWhoTalkAndOneWhoDoesNot() {
    ana = people.client("Ana Ruíz");
    ben = people.assistant("Ben Gil");
    eve = people.assistant("Eve Paz");
    thing = talks.about(ana, ben);
    thread = messages.open(ProbeTalks.NAME, thing);
  }

  @Test
  void anEmptyInboxSaysWhatItIsFor() throws Exception {
    mvc.perform(get("/messages").with(signedIn(eve)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Aún no hay mensajes")));
  }

  @Test
  void whatIsSentStandsInTheThreadAndUnreadInTheOthersInbox() throws Exception {
    send(ana, "Hola **Ben** <script>alert(1)</script>").andExpect(status().is3xxRedirection());
    mvc.perform(get("/messages").with(signedIn(ben)))
        .andExpect(content().string(containsString("talk-row new")))
        .andExpect(content().string(containsString("The probe")));
    count(ben, "1");
    mvc.perform(get(path()).with(signedIn(ben)))
        .andExpect(content().string(containsString("<strong>Ben</strong>")))
        .andExpect(content().string(not(containsString("<script>alert"))));
    count(ben, "");
    mvc.perform(get(path()).with(signedIn(ana)))
        .andExpect(content().string(containsString("Read by Ben Gil")));
  }

  @Test
  void anEmptyMessageIsRefusedAndWhatTheRulesStopKeepsItsWords() throws Exception {
    send(ana, "  ").andExpect(status().isUnprocessableContent());
    send(ana, "this is forbidden")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Never say it.")))
        .andExpect(content().string(containsString("this is forbidden</textarea>")));
    mvc.perform(get(path()).with(signedIn(ben)))
        .andExpect(content().string(not(containsString("this is forbidden"))));
  }

  @Test
  void whatTheRulesDoubtGoesOutOnceItsWriterHasReadWhy() throws Exception {
    send(ana, "this is doubtful")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Think twice.")));
    mvc.perform(
            post(path())
                .with(signedIn(ana))
                .with(csrf())
                .param("text", "this is doubtful")
                .param("anyway", "true"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(path()).with(signedIn(ben)))
        .andExpect(content().string(containsString("said-flag")));
  }

  @Test
  void aStrangerAndAMadeUpThreadLookAlike() throws Exception {
    send(ana, "between us").andExpect(status().is3xxRedirection());
    for (var path : new String[] {path(), path() + "/list", "/messages/" + "0".repeat(22)}) {
      mvc.perform(get(path).with(signedIn(eve))).andExpect(status().isNotFound());
    }
    send(eve, "hello").andExpect(status().isNotFound());
    mvc.perform(get(path())).andExpect(redirectedUrl("/login?next=" + path().replace("/", "%2F")));
  }

  @Test
  void aClosedTalkIsReadButNotContinued() throws Exception {
    send(ana, "the last word").andExpect(status().is3xxRedirection());
    var said = path() + "/" + found(MESSAGE, body(get(path()).with(signedIn(ana))));
    talks.close(thing);
    mvc.perform(post(said).with(signedIn(ana)).with(csrf()).param("text", "another last word"))
        .andExpect(status().isConflict());
    mvc.perform(get(path()).with(signedIn(ana)))
        .andExpect(content().string(containsString("the last word")))
        .andExpect(content().string(not(containsString("<textarea"))));
    send(ana, "one more").andExpect(status().isConflict());
  }

  @Test
  void aFileIsForThoseWhoTakePart() throws Exception {
    var file = new MockMultipartFile("brought", "notes.txt", "text/plain", bytes("hello"));
    mvc.perform(
            multipart(path())
                .file(file)
                .with(signedIn(ana))
                .with(csrf())
                .with(request -> {
                  request.setContent(new byte[100]); // the gate asks for a length
                  return request;
                })
                .param("text", "see this"))
        .andExpect(status().is3xxRedirection());
    var page = body(get(path()).with(signedIn(ben)));
    assertThat(page).contains("notes.txt");
    var href = found(Pattern.compile("href=\"(" + path() + "/files/\\w{22})\""), page);
    mvc.perform(get(href).with(signedIn(ben)))
        .andExpect(status().isOk())
        .andExpect(content().string("hello"));
    mvc.perform(get(href).with(signedIn(eve))).andExpect(status().isNotFound());
  }

  @Test
  void itsAuthorChangesAndTakesBackAndTheOthersSeeThatThereWasSomething() throws Exception {
    send(ana, "the firts words").andExpect(status().is3xxRedirection());
    var id = found(MESSAGE, body(get(path()).with(signedIn(ana))));
    var message = path() + "/" + id;
    mvc.perform(get(message + "/edit").with(signedIn(ben))).andExpect(status().isNotFound());
    mvc.perform(post(message).with(signedIn(ben)).with(csrf()).param("text", "forged"))
        .andExpect(status().isNotFound());
    mvc.perform(post(message).with(signedIn(ana)).with(csrf()).param("text", "the first words"))
        .andExpect(status().is3xxRedirection());
    assertThat(body(get(message + "/versions").with(signedIn(ben))))
        .contains("the first words", "the firts words");
    mvc.perform(post(message + "/removal").with(signedIn(ana)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(body(get(path()).with(signedIn(ben))))
        .contains("said-gone")
        .doesNotContain("the first words");
    mvc.perform(get(message + "/versions").with(signedIn(ben))).andExpect(status().isNotFound());
    mvc.perform(post(message + "/return").with(signedIn(ana)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(body(get(path()).with(signedIn(ben)))).contains("the first words");
  }

  @Test
  void whoeverIsMeantHearsOfIt() throws Exception {
    send(ana, "What do you say, @Ben?").andExpect(status().is3xxRedirection());
    assertThat(body(get("/notifications").with(signedIn(ben)))).contains("What do you say, @Ben?");
    assertThat(body(get(path()).with(signedIn(ben)))).contains("<strong>&#64;Ben</strong>");
  }

  @Test
  void pagesAskAsOftenForManyMessagesAsForFew() throws Exception {
    send(ana, "one").andExpect(status().is3xxRedirection());
    send(ben, "two").andExpect(status().is3xxRedirection());
    body(get(path()).with(signedIn(ben)));
    body(get(path()).with(signedIn(ana)));
    int few = statements(path());
    int inbox = statements("/messages");
    for (int i = 0; i < 12; i++) {
      send(i % 2 == 0 ? ana : ben, "more " + i).andExpect(status().is3xxRedirection());
      var other = messages.open(ProbeTalks.NAME, talks.about(ana, ben));
      mvc.perform(
              post("/messages/" + other).with(signedIn(ben)).with(csrf()).param("text", "t" + i))
          .andExpect(status().is3xxRedirection());
    }
    body(get(path()).with(signedIn(ben)));
    body(get(path()).with(signedIn(ana)));
    assertThat(statements(path())).isEqualTo(few);
    assertThat(statements("/messages")).isEqualTo(inbox);
  }

  @Test
  void theInboxGoesOnWhereItsPageEnded() throws Exception {
    for (int i = 0; i < 27; i++) {
      var other = messages.open(ProbeTalks.NAME, talks.about(ana, eve));
      mvc.perform(
              post("/messages/" + other).with(signedIn(eve)).with(csrf()).param("text", "n" + i))
          .andExpect(status().is3xxRedirection());
    }
    var first = body(get("/messages").with(signedIn(ana)));
    var next = found(Pattern.compile("href=\"(/messages\\?after=[^\"]+)\""), first);
    var second = body(get(java.net.URI.create(next.replace("&amp;", "&"))).with(signedIn(ana)));
    assertThat(first.split("talk-row new", -1)).hasSize(26);
    assertThat(second.split("talk-row new", -1)).hasSize(3);
  }

  private int statements(String path) throws Exception {
    return StatementCount.during(() -> body(get(path).with(signedIn(ana)))).size();
  }

  private ResultActions send(Viewer viewer, String text) throws Exception {
    return mvc.perform(
        post(path())
            .with(signedIn(viewer))
            .with(csrf())
            .param("text", text)
            .param("key", UUID.randomUUID().toString()));
  }

  private void count(Viewer viewer, String expected) throws Exception {
    mvc.perform(get("/messages/count").with(signedIn(viewer)))
        .andExpect(content().string(expected));
  }

  private String body(
      org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return mvc.perform(request.accept("text/html"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String path() {
    return "/messages/" + thread;
  }
}
