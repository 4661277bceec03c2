package org.diestra.hiring.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.base.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A job in the words of schema.org/JobPosting, as search engines read it from its page. */
@Component
class Posting {
  private final JsonMapper json;
  private final String baseUrl;

  Posting(JsonMapper json, @Value("${diestra.base-url}") String baseUrl) {
    this.json = json;
    this.baseUrl = baseUrl;
  }

  /** JSON that can stand within a script element, whatever people wrote into the job. */
  String of(JobId id, Terms terms, ClientFacts client, Run run) {
    var all = new LinkedHashMap<String, Object>();
    all.put("@context", "https://schema.org/");
    all.put("@type", "JobPosting");
    all.put("title", terms.title());
    all.put("description", terms.about());
    all.put("url", baseUrl + "/jobs/" + id);
    all.put(
        "identifier", Map.of("@type", "PropertyValue", "name", "Diestra", "value", id.toString()));
    all.put("datePosted", day(run.openedAt()));
    all.put("validThrough", run.expiresAt().toString());
    all.put("employmentType", "CONTRACTOR");
    all.put("jobLocationType", "TELECOMMUTE");
    all.put("applicantLocationRequirements", Map.of("@type", "Country", "name", "Anywhere"));
    all.put("hiringOrganization", Map.of("@type", "Organization", "name", client.name()));
    all.put("directApply", true);
    var hourly = terms.pay().hourly();
    if (hourly != null) {
      all.put("baseSalary", salary(hourly));
    }
    if (terms.volume().hoursWeek() > 0) {
      all.put("workHours", terms.volume().hoursWeek() + " h/week");
    }
    return json.writeValueAsString(all)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static Map<String, Object> salary(Money most) {
    return Map.of(
        "@type", "MonetaryAmount",
        "currency", most.currency().getCurrencyCode(),
        "value",
            Map.of("@type", "QuantitativeValue", "maxValue", most.amount(), "unitText", "HOUR"));
  }

  private static String day(Instant at) {
    return at.toString().substring(0, 10);
  }
}
