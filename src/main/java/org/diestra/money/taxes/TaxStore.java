package org.diestra.money.taxes;

import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.diestra.money.taxes.TaxProfile.Address;
import org.diestra.money.taxes.TaxProfile.W8;
import org.diestra.platform.data.Row;
import org.diestra.platform.data.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaxStore {
  private static final String PURPOSE = "taxes:id";
  private final JdbcClient jdbc;
  private final Seal seal;

  TaxStore(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  List<Rule> rules() {
    return jdbc.sql(
            "select * from taxes.rule order by topic = 'UNION', country, topic, valid_from desc")
        .query((r, n) ->
            new Rule(
                id(r, "id"),
                label(r, "topic", Rule.Topic.class),
                text(r, "country"),
                integer(r, "rate_bp"),
                date(r, "valid_from"),
                dateOrNull(r, "valid_to"),
                text(r, "source")))
        .list();
  }

  /** False where another begins on that day. */
  boolean add(Rule rule, UUID by, Instant now) {
    return jdbc.sql(
                """
                insert into taxes.rule (id, topic, country, rate_bp, valid_from, source, by, at)
                values (:id, :topic, :country, :rate, :from, :source, :by, :now)
                on conflict (topic, country, valid_from) do nothing
                """)
            .param("id", rule.id())
            .param("topic", rule.topic().name())
            .param("country", rule.country())
            .param("rate", rule.rate())
            .param("from", rule.from())
            .param("source", rule.source())
            .param("by", by)
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** The latest version of each; who has none is left out. */
  List<TaxProfile> current(Collection<UUID> owners) {
    return jdbc.sql(
            """
            select distinct on (owner) * from taxes.profile where owner = any(:owners)
            order by owner, version desc
            """)
        .param("owners", owners.toArray(UUID[]::new))
        .query(this::profile)
        .list();
  }

  List<TaxProfile> version(UUID owner, int version) {
    return jdbc.sql("select * from taxes.profile where owner = :owner and version = :version")
        .param("owner", owner)
        .param("version", version)
        .query(this::profile)
        .list();
  }

  void add(TaxProfile profile, @Nullable UUID by, Instant now) {
    var address = profile.address();
    var w8 = profile.w8();
    var row = new HashMap<String, @Nullable Object>();
    row.put("owner", profile.owner());
    row.put("version", profile.version());
    row.put("name", profile.name());
    row.put("street", address.street());
    row.put("postcode", address.postcode());
    row.put("city", address.city());
    row.put("region", address.region());
    row.put("country", profile.country());
    row.put("taxId", sealed(profile.owner(), profile.taxId()));
    row.put("vatId", sealed(profile.owner(), profile.vatId()));
    row.put("vat", profile.vat().name());
    row.put("irpf", profile.irpf().name());
    row.put("until", profile.reducedUntil());
    row.put("us", profile.us().name());
    row.put("treaty", w8 == null ? null : w8.treaty());
    row.put("signer", w8 == null ? null : w8.signer());
    row.put("signedOn", w8 == null ? null : w8.signedOn());
    row.put("by", by);
    row.put("now", Row.at(now));
    jdbc.sql(
            """
            insert into taxes.profile (owner, version, name, street, postcode, city, region, country,
              tax_id, vat_id, vat, irpf, reduced_until, us, w8_treaty, w8_signer, w8_signed_on, by, at)
            values (:owner, :version, :name, :street, :postcode, :city, :region, :country,
              :taxId, :vatId, :vat, :irpf, cast(:until as int), :us, :treaty, :signer,
              cast(:signedOn as date), cast(:by as uuid), :now)
            """)
        .params(row)
        .update();
  }

  private byte @Nullable [] sealed(UUID owner, @Nullable String text) {
    return text == null ? null : seal.close(PURPOSE, owner, text.getBytes(StandardCharsets.UTF_8));
  }

  private String opened(UUID owner, byte[] sealed) {
    return new String(seal.open(PURPOSE, owner, sealed), StandardCharsets.UTF_8);
  }

  private TaxProfile profile(ResultSet r, int n) throws SQLException {
    var owner = id(r, "owner");
    var vatId = r.getBytes("vat_id");
    var signer = textOrNull(r, "w8_signer");
    return new TaxProfile(
        owner,
        integer(r, "version"),
        text(r, "name"),
        new Address(text(r, "street"), text(r, "postcode"), text(r, "city"), text(r, "region")),
        text(r, "country"),
        opened(owner, bytes(r, "tax_id")),
        label(r, "vat", VatStatus.class),
        vatId == null ? null : opened(owner, vatId),
        label(r, "irpf", Irpf.class),
        integerOrNull(r, "reduced_until"),
        label(r, "us", UsForm.class),
        signer == null ? null : new W8(text(r, "w8_treaty"), signer, date(r, "w8_signed_on")));
  }
}
