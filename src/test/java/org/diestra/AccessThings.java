package org.diestra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.AccessMatrix.Role;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Token;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.notifications.UnsubscribeLinks;
import org.diestra.platform.taps.ProbeTap;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** The demo on stage, with the people and things that the matrix names. */
@Component
class AccessThings {
  private final OnStage stage;
  private final People people;
  private final Organisations organisations;
  private final Blobs blobs;
  private final UnsubscribeLinks links;
  private final ProbeTap tap;
  private final OpenSessions sessions;
  private final ResourcePatternResolver files;
  private final JdbcClient jdbc;

  AccessThings(
      OnStage stage,
      People people,
      Organisations organisations,
      Blobs blobs,
      UnsubscribeLinks links,
      ProbeTap tap,
      OpenSessions sessions,
      ResourcePatternResolver files,
      JdbcClient jdbc) {
    this.stage = stage;
    this.people = people;
    this.organisations = organisations;
    this.blobs = blobs;
    this.links = links;
    this.tap = tap;
    this.sessions = sessions;
    this.files = files;
    this.jdbc = jdbc;
  }

  /** Whom the demo has for each role but the guest. */
  Map<Role, PersonId> cast() {
    var cast = stage.play();
    var roles = new EnumMap<Role, PersonId>(Role.class);
    roles.put(Role.ASSISTANT, cast.person(Cast.ASSISTANT_3));
    roles.put(Role.OWNER, cast.person(Cast.PRACTICE));
    roles.put(Role.STRANGER, cast.person(Cast.CLIENT));
    roles.put(Role.OPERATOR, cast.person(Cast.OPERATOR));
    var approver = people.open("Ada Approves", "en", "Europe/Madrid", false, null).id();
    organisations.admit(
        cast.business(Cast.PRACTICE),
        approver,
        org.diestra.platform.accounts.Role.APPROVER,
        cast.person(Cast.PRACTICE));
    roles.put(Role.APPROVER, approver);
    roles.put(Role.RIVAL, rival(roles));
    return roles;
  }

  /** Somebody else who bid on the job that the assistant was offered. */
  private PersonId rival(Map<Role, PersonId> roles) {
    return jdbc.sql(
            """
            select b.person from proposals.bid b join contracts.offer o on o.job = b.job
            where o.assistant = :assistant and o.state = 'OFFERED' and b.person <> :assistant
              and b.state = 'SUBMITTED'
            order by b.person limit 1
            """)
        .param("assistant", Objects.requireNonNull(roles.get(Role.ASSISTANT)).value())
        .query(UUID.class)
        .optional()
        .map(PersonId::new)
        .orElseThrow();
  }

  /** Each thing as it stands in an address. */
  Map<String, String> find(AccessMatrix matrix, Map<Role, PersonId> roles) throws IOException {
    var found = new HashMap<String, Object>();
    roles.forEach((role, person) -> found.put(name(role), person.value()));
    found.put("photo", file(SampleFiles.picture("png", 64, 48), "a.png", roles));
    found.put("tone", file(sound(), "a.wav", roles));
    found.put("unsubscribe", links.token(roles.get(Role.ASSISTANT)));
    found.put("tap", tap.token(roles.get(Role.ASSISTANT)));
    found.put("visit", visit(roles));
    found.put("script", script());
    found.put("webjar", "htmx.org/" + script());
    var missing = new TreeMap<String, String>();
    matrix
        .things()
        .forEach((name, sql) ->
            jdbc.sql(sql)
                .params(found)
                .query((row, n) -> Objects.requireNonNull(row.getObject(1)))
                .optional()
                .ifPresentOrElse(thing -> found.put(name, thing), () -> missing.put(name, sql)));
    if (!missing.isEmpty()) {
      throw new AssertionError("the demo has no such things any more: " + missing);
    }
    var text = new HashMap<String, String>();
    found.forEach((name, thing) ->
        text.put(name, thing instanceof UUID id ? Ids.text(id) : thing.toString()));
    return text;
  }

  /** A session is kept beside the test's transaction; being asked to end it takes it away again. */
  private String visit(Map<Role, PersonId> roles) {
    var cookie = sessions.cookie(Objects.requireNonNull(roles.get(Role.ASSISTANT)));
    return new Token(new String(Base64.getDecoder().decode(cookie), UTF_8)).hash();
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private UUID file(byte[] bytes, String name, Map<Role, PersonId> roles) throws IOException {
    try (var in = new ByteArrayInputStream(bytes)) {
      var owner = Objects.requireNonNull(roles.get(Role.ASSISTANT)).value();
      return blobs.store(in, Purpose.SAMPLE, name, owner).orFail().id().value();
    }
  }

  /** A second of silence, as the smallest file that is one. */
  private static byte[] sound() {
    return SampleFiles.bytes(
        "RIFF\u0034\0\0\0WAVEfmt \u0010\0\0\0\1\0\1\0\u0040\u001f\0\0\u0040\u001f\0\0\1\0\u0008\0data\u0010\0\0\0"
            + "\u0080".repeat(16));
  }

  private String script() throws IOException {
    var found =
        files.getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
    var path = found[0].getURL().getPath();
    return path.substring(path.lastIndexOf("htmx.org/") + "htmx.org/".length());
  }

  /** Makes the pictures once that each role will ask for: that takes seconds. */
  static void draw(MockMvc mvc, Map<String, String> things, PersonId owner) throws Exception {
    mvc.perform(get("/samples/" + things.get("picture") + "/page/1").with(signedIn(owner)));
    mvc.perform(get("/samples/" + things.get("picture") + "/page/1/medium").with(signedIn(owner)));
    mvc.perform(get("/samples/" + things.get("picture") + "/small").with(signedIn(owner)));
    mvc.perform(get("/samples/" + things.get("picture") + "/tiny").with(signedIn(owner)));
    var bid = "/jobs/" + things.get("job") + "/bids/" + things.get("bid");
    mvc.perform(get(bid + "/files/" + things.get("photo") + "/page/1").with(signedIn(owner)));
  }
}
