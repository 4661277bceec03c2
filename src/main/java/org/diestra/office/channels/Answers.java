package org.diestra.office.channels;

import org.diestra.office.channels.Taken.Later;
import org.diestra.office.channels.Taken.Locked;
import org.diestra.office.channels.Taken.Refused;
import org.diestra.office.channels.Taken.Unclear;
import org.diestra.platform.fetching.Parcel;
import org.diestra.platform.fetching.Sender;
import org.diestra.platform.fetching.Sent.Answered;
import org.diestra.platform.fetching.Sent.Lost;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What adapters have in common: asking in JSON, and telling kinds of failure apart. */
@Component
class Answers {
  private static final int LONGEST = 300;
  private final Sender sender;
  private final JsonMapper json;

  Answers(Sender sender, JsonMapper json) {
    this.sender = sender;
    this.json = json;
  }

  JsonMapper json() {
    return json;
  }

  /** Whether it was taken, with what came back; else why not. */
  sealed interface Answer {
    record Good(JsonNode body, int status) implements Answer {}

    record Bad(Taken why, int status) implements Answer {}
  }

  Answer ask(Parcel parcel) {
    if (!sender.sheltered(parcel.address())) {
      return new Answer.Bad(new Refused("channels.fault.open"), 0);
    }
    return switch (sender.send(parcel)) {
      case Answered answered when answered.taken() -> good(answered);
      case Answered answered -> new Answer.Bad(bad(answered), answered.status());
      case Lost(var fault, var begun) ->
          new Answer.Bad(
              begun
                  ? new Unclear(fault.key())
                  : fault.passes() ? new Later(fault.key()) : new Refused(fault.key()),
              0);
    };
  }

  private Answer good(Answered answered) {
    try {
      var body =
          answered.bytes().length == 0 ? json.createObjectNode() : json.readTree(answered.text());
      return new Answer.Good(body, answered.status());
    } catch (JacksonException noJson) {
      return new Answer.Good(json.createObjectNode(), answered.status());
    }
  }

  /** RFC 9110, section 15: who is not let in, who may ask again, and what may have been done. */
  private static Taken bad(Answered answered) {
    var detail = answered.status() + said(answered);
    return switch (answered.status()) {
      case 401, 403 -> new Locked(detail);
      case 408, 425, 429, 503 -> new Later(detail);
      case 500, 502, 504 -> new Unclear(detail);
      default -> new Refused(detail);
    };
  }

  private static String said(Answered answered) {
    var text = answered.text().replaceAll("<[^>]*>|[\\p{Cc}\\s]+", " ").strip();
    return text.isEmpty() ? "" : " " + text.substring(0, Math.min(text.length(), LONGEST - 10));
  }
}
