package org.diestra.hiring.assistants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Profile;
import org.diestra.hiring.talent.Profile.Service;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An assistant in the words of schema.org/ProfilePage, as search engines read it. */
@Component
class Description {
  private static final int SHORT = 180;
  private final JsonMapper json;
  private final String baseUrl;

  Description(JsonMapper json, @Value("${diestra.base-url}") String baseUrl) {
    this.json = json;
    this.baseUrl = baseUrl;
  }

  /**
   * @param address the whole address of the page
   * @param image the whole address of the photo, or empty
   * @param text a sentence or two, without formatting
   * @param data JSON that can stand within a script element, whatever was written in the profile
   */
  record Of(String address, String image, String text, String data) {}

  Of of(AssistantCard card, Profile profile) {
    var address = baseUrl + card.href();
    var image = card.photo() == null ? "" : baseUrl + card.photo();
    var text = text(profile);
    return new Of(address, image, text, escaped(data(card, profile, address, image, text)));
  }

  String absolute(String path) {
    return baseUrl + path;
  }

  private static String text(Profile profile) {
    var plain = profile.summary().replaceAll("[*_`#>\\[\\]]", "").replaceAll("\\s+", " ").strip();
    var all = plain.isEmpty() ? profile.title() : profile.title() + ". " + plain;
    return all.codePointCount(0, all.length()) <= SHORT
        ? all
        : all.substring(0, all.offsetByCodePoints(0, SHORT)).strip() + "…";
  }

  private Map<String, Object> data(
      AssistantCard card, Profile profile, String address, String image, String text) {
    var person = new LinkedHashMap<String, Object>();
    person.put("@type", "Person");
    person.put("name", card.name());
    person.put("url", address);
    person.put("jobTitle", card.title());
    person.put("description", text);
    if (!image.isEmpty()) {
      person.put("image", image);
    }
    person.put("knowsLanguage", card.languages().stream().map(f -> f.language()).toList());
    person.put(
        "knowsAbout", card.areas().stream().flatMap(c -> c.tools().stream()).distinct().toList());
    if (!profile.services().isEmpty()) {
      person.put("makesOffer", profile.services().stream().map(Description::offer).toList());
    }
    if (!card.rating().fresh()) {
      person.put("aggregateRating", rating(card));
    }
    return Map.of(
        "@context",
        "https://schema.org/",
        "@type",
        "ProfilePage",
        "dateCreated",
        card.since().toString(),
        "mainEntity",
        person);
  }

  private static Map<String, Object> offer(Service service) {
    return Map.of(
        "@type", "Offer",
        "name", service.title(),
        "price", service.price().amount(),
        "priceCurrency", service.price().currency().getCurrencyCode());
  }

  private static Map<String, Object> rating(AssistantCard card) {
    return Map.of(
        "@type",
        "AggregateRating",
        "ratingValue",
        card.rating().stars(),
        "reviewCount",
        card.rating().n(),
        "bestRating",
        5);
  }

  private String escaped(Map<String, Object> data) {
    var text = json.writeValueAsString(data);
    for (var sign : List.of("<", ">", "&", "\u2028", "\u2029")) {
      text = text.replace(sign, "\\u%04x".formatted((int) sign.charAt(0)));
    }
    return text;
  }
}
