-- Once per cluster, as a superuser, connected to any database:
--   psql -v owner_password=... -v app_password=... -f 1-roles.sql postgres
-- Undo: DROP DATABASE motherlode; DROP ROLE motherlode_app; DROP ROLE motherlode_owner;

-- Owns the tables and runs the migrations; the server never connects as this role.
CREATE ROLE motherlode_owner LOGIN PASSWORD :'owner_password';

-- What the server connects as. It may do to each table what the migrations grant, and nothing else.
CREATE ROLE motherlode_app LOGIN PASSWORD :'app_password';

CREATE DATABASE motherlode ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE motherlode FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE motherlode TO motherlode_owner, motherlode_app;
