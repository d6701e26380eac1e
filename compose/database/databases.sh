# Run once, by the image, on an empty volume: a database for each agency, which its own role alone may enter.
for agency in $AGENCIES; do
  psql -v ON_ERROR_STOP=1 -v role="${agency%%=*}" -v password="${agency#*=}" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke connect on database :"role" from public;
SQL
done
