package org.diestra.money.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the pretended Stripe knows, in the shapes of its API 2026-07-29.dahlia. */
final class StripeState {
  static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, ObjectNode> things = new LinkedHashMap<>();
  private final List<ObjectNode> lines = new ArrayList<>();
  private Supplier<Instant> clock = Instant::now;
  private int last;

  /** An error of theirs. */
  static final class No extends RuntimeException {
    final int status;
    final String code;

    No(int status, String code) {
      super(code);
      this.status = status;
      this.code = code;
    }
  }

  synchronized void at(Supplier<Instant> houses) {
    clock = houses;
  }

  synchronized ObjectNode answer(boolean post, String path, Map<String, String> asked) {
    var parts = path.substring("/v1/".length()).split("/");
    return switch (parts[0]) {
      case "checkout" ->
          parts.length == 2
              ? session(asked)
              : parts.length == 4 ? expired(thing(parts[2])) : thing(parts[2]);
      case "refunds" ->
          post
              ? refund(asked)
              : parts.length == 2
                  ? thing(parts[1])
                  : list(things("re_", "payment_intent", asked.get("payment_intent")));
      case "transfers" ->
          post
              ? transfer(asked)
              : parts.length == 2
                  ? thing(parts[1])
                  : list(things("tr_", "transfer_group", asked.get("transfer_group")));
      case "accounts" -> post ? account(asked) : thing(parts[1]);
      case "account_links" ->
          JSON.createObjectNode()
              .put("object", "account_link")
              .put("url", PretendStripe.get().address() + "/setup/" + asked.get("account"));
      case "disputes" -> thing(parts[1]);
      case "balance" -> balance();
      case "balance_transactions" -> list(between(asked));
      default -> throw new No(404, "resource_missing");
    };
  }

  private ObjectNode session(Map<String, String> asked) {
    long amount = Long.parseLong(asked.get("line_items[0][price_data][unit_amount]"));
    if (amount < 50) {
      throw new No(400, "amount_too_small");
    }
    var session = fresh("cs_test_", "checkout.session");
    var id = session.get("id").asString();
    return session
        .put("mode", asked.get("mode"))
        .put("status", "open")
        .put("payment_status", "unpaid")
        .put("amount_total", amount)
        .put("currency", asked.get("line_items[0][price_data][currency]"))
        .put("client_reference_id", asked.get("client_reference_id"))
        .put("expires_at", Long.parseLong(asked.get("expires_at")))
        .put("success_url", asked.get("success_url"))
        .put("cancel_url", asked.get("cancel_url"))
        .put("url", PretendStripe.get().address() + "/c/pay/" + id);
  }

  private ObjectNode expired(ObjectNode session) {
    if (!session.get("status").asString().equals("open")) {
      throw new No(400, "checkout_session_not_open");
    }
    return session.put("status", "expired").putNull("url");
  }

  /** The client pays there, whatever that page asked for. */
  synchronized ObjectNode pay(String session, long amount, String currency) {
    var paid = thing(session);
    var intent = fresh("pi_", "payment_intent").put("amount", amount).put("currency", currency);
    paid.put("status", "complete").put("payment_status", "paid").putNull("url");
    paid.put("amount_total", amount).put("currency", currency);
    paid.put("payment_intent", intent.get("id").asString());
    line("charge", amount, fee(amount), currency, intent);
    return paid;
  }

  /** One and a half per cent and twenty-five cents, as Stripe takes of European cards. */
  static long fee(long amount) {
    return amount * 15 / 1000 + 25;
  }

  synchronized ObjectNode pay(String session) {
    var asked = thing(session);
    return pay(session, asked.get("amount_total").asLong(), asked.get("currency").asString());
  }

  private ObjectNode refund(Map<String, String> asked) {
    var intent = asked.get("payment_intent");
    var paid = thing(intent);
    long gone =
        things("re_", "payment_intent", intent).stream()
            .filter(r -> !r.get("status").asString().equals("failed"))
            .mapToLong(r -> r.get("amount").asLong())
            .sum();
    long rest = paid.get("amount").asLong() - gone;
    long amount = asked.containsKey("amount") ? Long.parseLong(asked.get("amount")) : rest;
    if (paid.has("tooOld") || amount <= 0 || amount > rest) {
      throw new No(400, rest == 0 ? "charge_already_refunded" : "charge_too_old");
    }
    var refund = fresh("re_", "refund").put("payment_intent", intent).put("amount", amount);
    refund.put("currency", paid.get("currency").asString()).put("status", "succeeded");
    metadata(refund, asked);
    line("refund", -amount, 0, paid.get("currency").asString(), refund);
    return refund;
  }

  /** The card's bank sends it back. */
  synchronized void fails(ObjectNode refund) {
    refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
    line("refund_failure", refund.get("amount").asLong(), 0, "eur", refund);
  }

  private ObjectNode transfer(Map<String, String> asked) {
    var account = thing(asked.get("destination"));
    if (!account.get("payouts_enabled").asBoolean()) {
      throw new No(400, "insufficient_capabilities_for_transfer");
    }
    long amount = Long.parseLong(asked.get("amount"));
    var transfer = fresh("tr_", "transfer").put("amount", amount);
    transfer.put("currency", asked.get("currency")).put("amount_reversed", 0);
    transfer.put("destination", asked.get("destination")).put("reversed", false);
    transfer.put("transfer_group", asked.get("transfer_group"));
    metadata(transfer, asked);
    line("transfer", -amount, 0, asked.get("currency"), transfer);
    return transfer;
  }

  synchronized ObjectNode reverse(ObjectNode transfer) {
    long amount = transfer.get("amount").asLong();
    line("transfer_refund", amount, 0, transfer.get("currency").asString(), transfer);
    return transfer.put("reversed", true).put("amount_reversed", amount);
  }

  private ObjectNode account(Map<String, String> asked) {
    var account = fresh("acct_", "account").put("type", asked.get("type"));
    account.put("country", asked.get("country")).put("payouts_enabled", false);
    account.put("details_submitted", false);
    account.putObject("capabilities").put("transfers", "inactive");
    account.putObject("requirements").put("disabled_reason", "requirements.past_due");
    metadata(account, asked);
    return account;
  }

  /** Its owner has told Stripe all it wants to know. */
  synchronized ObjectNode onboarded(String account) {
    var ready = thing(account).put("payouts_enabled", true).put("details_submitted", true);
    ready.putObject("capabilities").put("transfers", "active");
    ready.putObject("requirements").putNull("disabled_reason");
    return ready;
  }

  synchronized ObjectNode topUp(long amount) {
    var topUp = fresh("tu_", "topup").put("amount", amount).put("currency", "eur");
    line("topup", amount, 0, "eur", topUp);
    return topUp.put("status", "succeeded");
  }

  /** The client's bank has taken a payment back. */
  synchronized ObjectNode dispute(String intent, long amount) {
    var dispute = fresh("dp_", "dispute").put("amount", amount).put("currency", "eur");
    dispute.put("payment_intent", intent).put("status", "needs_response");
    dispute.put("reason", "fraudulent");
    dispute
        .putArray("balance_transactions")
        .add(line("adjustment", -amount, 2_000, "eur", dispute));
    return dispute;
  }

  synchronized ObjectNode won(ObjectNode dispute) {
    long amount = dispute.get("amount").asLong();
    dispute.put("status", "won");
    dispute.withArray("balance_transactions").add(line("adjustment", amount, 0, "eur", dispute));
    return dispute;
  }

  synchronized ObjectNode thing(String id) {
    var found = things.get(id);
    if (found == null) {
      throw new No(404, "resource_missing");
    }
    return found;
  }

  synchronized List<ObjectNode> things(String prefix, String field, String value) {
    return things.values().stream()
        .filter(t -> t.get("id").asString().startsWith(prefix))
        .filter(t -> t.has(field) && Objects.equals(t.get(field).asString(), value))
        .toList();
  }

  private ObjectNode balance() {
    var balance = JSON.createObjectNode().put("object", "balance").put("livemode", false);
    long net = lines.stream().mapToLong(l -> l.get("net").asLong()).sum();
    balance.putArray("available").addObject().put("amount", net).put("currency", "eur");
    balance.putArray("pending").addObject().put("amount", 0).put("currency", "eur");
    return balance;
  }

  private List<ObjectNode> between(Map<String, String> asked) {
    long from = Long.parseLong(asked.get("created[gte]"));
    long to = Long.parseLong(asked.get("created[lt]"));
    return lines.reversed().stream()
        .filter(l -> l.get("created").asLong() >= from && l.get("created").asLong() < to)
        .toList();
  }

  private ObjectNode line(String type, long amount, long fee, String currency, ObjectNode source) {
    var line = fresh("txn_", "balance_transaction").put("type", type).put("amount", amount);
    line.put("fee", fee).put("net", amount - fee).put("currency", currency);
    line.put("source", source.get("id").asString()).put("status", "available");
    line.put("available_on", clock.get().getEpochSecond());
    lines.add(line);
    return line;
  }

  private ObjectNode fresh(String prefix, String object) {
    var thing = JSON.createObjectNode().put("id", prefix + "p" + ++last).put("object", object);
    thing.put("created", clock.get().getEpochSecond()).put("livemode", false);
    things.put(thing.get("id").asString(), thing);
    return thing;
  }

  private static void metadata(ObjectNode thing, Map<String, String> asked) {
    var metadata = thing.putObject("metadata");
    asked.forEach((key, value) -> {
      if (key.startsWith("metadata[")) {
        metadata.put(key.substring("metadata[".length(), key.length() - 1), value);
      }
    });
  }

  private static ObjectNode list(Collection<ObjectNode> all) {
    var list = JSON.createObjectNode().put("object", "list").put("has_more", false);
    list.putArray("data").addAll(all);
    return list;
  }
}
