-- Requests for short samples are read, too: for real people's data, and for work in disguise.
alter table screening.rule drop constraint rule_places_check;
alter table screening.rule add constraint rule_places_check
  check (places <@ array['JOB', 'BID', 'PROFILE', 'SAMPLE']);
alter table screening.rule drop constraint rule_detector_check;
alter table screening.rule add constraint rule_detector_check
  check (detector in ('PHRASES', 'PERSONAL', 'EMAIL', 'PHONE', 'LINK', 'HANDLE'));

update screening.rule set places = places || 'SAMPLE'::text
where name in ('Messenger name', 'Asks to be contacted elsewhere', 'Money to begin',
  'Payment that can''t be followed', 'Passwords and card data', 'Asks who somebody is');

insert into screening.rule
  (id, name, detector, phrases, places, action, english, spanish, active, version, changed_at)
values
  (gen_random_uuid(), 'Real data in a sample', 'PERSONAL', '', '{SAMPLE}', 'BLOCK',
   'This looks like somebody''s real data. A sample works on invented data: addresses at example.com, made-up names and numbers.',
   'Esto parecen datos reales de alguien. Una muestra se hace con datos inventados: direcciones en example.com, nombres y números ficticios.',
   true, 1, now()),
  (gen_random_uuid(), 'Telephone number in a sample', 'PHONE', '', '{SAMPLE}', 'WARN',
   'There is a telephone number. Make sure that it is nobody''s; letters in place of digits do as well.',
   'Hay un número de teléfono. Asegúrate de que no sea de nadie; también valen letras en vez de cifras.',
   true, 1, now()),
  (gen_random_uuid(), 'Says its data is real', 'PHRASES',
   E'real data\nreal customer*\nreal client*\nreal invoice*\nreal order*\nour customer*\nmy customer*\nour client*\nmy client*\ndatos reales\nclient* reales\nfacturas reales\npedidos reales\nnuestros clientes\nnuestras clientas\nmis clientes\nmis clientas',
   '{SAMPLE}', 'WARN',
   'It reads as if the data were real people''s. Only invented data may be given out before a contract.',
   'Parece que los datos fueran de personas reales. Antes de un contrato solo pueden darse datos inventados.',
   true, 1, now()),
  (gen_random_uuid(), 'Work in disguise', 'PHRASES',
   E'we will publish\nwe will use\nto be published\nready to publish\ngo* live\nfor our website\nfor our web\nfor our blog\nfor our shop\nfor my website\nfor my blog\nfor my shop\nfinal version\nwhole month\nwhole year\nwhole website\nall ... invoices\nall ... receipts\nvamos a publicar\nvamos a usar\nlo publicaremos\nlo usaremos\nlisto para publicar\nlista para publicar\npara nuestra web\npara nuestro blog\npara nuestra tienda\npara mi web\npara mi blog\npara mi tienda\nversion definitiva\nmes completo\nmes entero\nano completo\nano entero\ntoda la web\ntodas las facturas\ntodos los recibos',
   '{SAMPLE}', 'WARN',
   'It reads as if you were going to use the result. Then it is work, and work is paid; what is handed in as a sample is never yours to use.',
   'Parece que vas a usar el resultado. Entonces es trabajo, y el trabajo se paga; lo que se entrega como muestra nunca podrás usarlo.',
   true, 1, now());
