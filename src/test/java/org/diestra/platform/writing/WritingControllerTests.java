package org.diestra.platform.writing;

import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.diestra.HouseTest;
import org.diestra.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class WritingControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private People people;

  @Test
  void pastedHtmlComesBackAsMarkdown() throws Exception {
    var html = "<h1>Año</h1><p>a <b>b</b><script>x</script></p>";
    mvc.perform(
            post("/writing/paste")
                .param("html", html)
                .with(signedIn(people.assistant("Ana")))
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().contentType("text/plain;charset=UTF-8"))
        .andExpect(content().string("# Año\n\na **b**"));
  }

  @Test
  void whatIsTooLongIsRefused() throws Exception {
    mvc.perform(
            post("/writing/paste")
                .param("html", "x".repeat(PastedHtml.LONGEST + 1))
                .with(signedIn(people.assistant("Ana")))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void theTextIsShownAsItWillBe() throws Exception {
    mvc.perform(
            post("/writing/preview")
                .param("text", "- [ ] **a** ![b](https://a.example/b.png) <script>")
                .with(signedIn(people.client("Ben")))
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<li class=\"task\">")))
        .andExpect(content().string(containsString("<strong>a</strong> b &lt;script&gt;")))
        .andExpect(content().string(not(containsString("<html"))));
  }

  @Test
  void onlySignedInPeopleWithATokenMayAsk() throws Exception {
    mvc.perform(post("/writing/paste").param("html", "x").with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(post("/writing/paste").param("html", "x").with(signedIn(people.client("Ben"))))
        .andExpect(status().isForbidden());
  }
}
